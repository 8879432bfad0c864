"""Holds what the spec says about calls beyond the call itself: how a list is paged, how a doubt is settled."""
