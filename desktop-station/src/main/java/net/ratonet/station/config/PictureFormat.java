package net.ratonet.station.config;

/// Size of the picture and how many there are each second.
public record PictureFormat(Resolution resolution, int framesPerSecond) {

    public static final int MOST_FRAMES = 120;

    public PictureFormat {
        if (framesPerSecond < 1 || framesPerSecond > MOST_FRAMES) {
            throw new IllegalArgumentException("frames_per_second must be 1 to 120");
        }
    }

    /// `1280x720 at 30 fps`
    @Override
    public String toString() {
        return resolution + " at " + framesPerSecond + " fps";
    }
}
