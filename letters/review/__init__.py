"""Where a review has two steps or more, nobody publishes past it but administrators.

Taking a text off the site, calling off a scheduled publication and removing a name stay one
step, so that nothing stands in the way of somebody's safety.
"""
