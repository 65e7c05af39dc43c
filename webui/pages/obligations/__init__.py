"""The page 'obligations'."""
