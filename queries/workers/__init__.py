"""Free queries run in processes of their own, which end when their time is up."""
