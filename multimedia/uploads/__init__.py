"""What comes in from outside: judged by its content, cleaned, or refused with a clear word."""
