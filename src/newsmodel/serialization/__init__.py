"""newsmodel.serialization"""
