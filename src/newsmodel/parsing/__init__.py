"""newsmodel.parsing"""
