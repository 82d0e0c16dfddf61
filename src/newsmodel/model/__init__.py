"""newsmodel.model"""
