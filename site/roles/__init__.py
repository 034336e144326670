"""Who may do what, who checks what, and what awaits each of them."""
