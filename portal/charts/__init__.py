"""The chart room: a frame, a shape and a caption become pictures. It knows no Django and no exhibit."""
