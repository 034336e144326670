"""How signatory lists are read: one module for each subject.

Nothing outside this package imports from it except `letters.signatories`, which is the
public face. All of it is pure: text in, records out, standard library only.
"""
