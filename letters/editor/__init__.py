"""The editor of a list of names: one text area, a preview beneath, records behind it.

`reading` turns what was typed into records, `state` remembers which record each line is,
`checks` finds what must be put right, `preview` and `views` answer while somebody types.
"""
