"""The learned reader: a small encoder that tells where facts stand and whom they are about."""
