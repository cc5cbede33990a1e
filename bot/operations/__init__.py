"""What whoever runs the bot looks after: a log without secrets, how often somebody may ask, figures and health."""
