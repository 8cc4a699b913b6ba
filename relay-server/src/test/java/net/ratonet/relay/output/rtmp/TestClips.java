package net.ratonet.relay.output.rtmp;

/// FFmpeg's words for a few short streams.
final class TestClips {

    private static final String SOUND =
            " -f lavfi -i sine=frequency=440:sample_rate=48000 -c:a aac -b:a 96k -ac 2";

    static final String SMALL = h264("320x180", 2);
    static final String SMALL_MONO =
            SMALL.replace("sample_rate=48000", "sample_rate=44100").replace("-ac 2", "-ac 1");
    static final String LARGE = h264("640x360", 2);
    static final String HEVC =
            pictures("320x180")
                    + SOUND
                    + " -c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=2 -g 30";
    static final String ONLY_SOUND = SOUND;

    private TestClips() {}

    private static String h264(String size, int bFrames) {
        return pictures(size)
                + SOUND
                + " -c:v libx264 -preset ultrafast -bf %d -g 30 -pix_fmt yuv420p"
                        .formatted(bFrames);
    }

    private static String pictures(String size) {
        return "-f lavfi -i testsrc2=size=%s:rate=30".formatted(size);
    }
}
