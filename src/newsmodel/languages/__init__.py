"""newsmodel.languages"""
