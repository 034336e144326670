"""Whether what stands under a text adds up, for editors to look at; never an obstacle.

`findings` looks at one list, `elsewhere` at what stands under other texts; `results` keeps
what they found, `actions` what editors said of it, and `pages` tells which pages wait.
"""
