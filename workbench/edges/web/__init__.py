"""The web: pages fetched politely and within limits, and kept with their headers.

links       which addresses a user handed in
addresses   which of them lead to the public web, checked at the connection
robots      what a site asks of programs
fetch       one page after the other
fetched     a page as it was served, and how it is kept
wayback     a second copy, at a web archive
"""
