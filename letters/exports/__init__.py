"""The signatories of a published page as files, made anew for whoever asks."""
