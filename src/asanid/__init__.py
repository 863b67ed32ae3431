"""Asanid reads Arabic news and answers: who really said this?"""
