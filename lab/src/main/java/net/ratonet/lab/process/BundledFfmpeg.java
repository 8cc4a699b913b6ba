package net.ratonet.lab.process;

import org.bytedeco.javacpp.Loader;

/// Finds the FFmpeg program that came with the build, or the one that `FFMPEG_PATH` names.
public final class BundledFfmpeg {

    private BundledFfmpeg() {}

    public static String program() {
        var named = System.getenv("FFMPEG_PATH");
        return named == null || named.isBlank()
                ? Loader.load(org.bytedeco.ffmpeg.ffmpeg.class)
                : named;
    }
}
