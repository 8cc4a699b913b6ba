package net.ratonet.relay.output.slate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.session.ts.Codec;

/// How one clip of a slate is made.
sealed interface SlateRecipe {

    SlateForm form();

    /// Tells it from every other one; the same source in the same form has the same.
    String identity();

    /// The relay's own picture: one minute, by whose second hand a person sees that it lives.
    ///
    /// @param brief whether the hand goes round within a few seconds, so that it is made soon
    record Drawn(SlateForm form, Language language, String name, boolean brief)
            implements SlateRecipe {

        static final int MINUTE = 60;
        private static final int BRIEF_SECONDS = 4;

        Drawn inBrief() {
            return new Drawn(form, language, name, true);
        }

        int seconds() {
            return brief ? BRIEF_SECONDS : MINUTE;
        }

        @Override
        public String identity() {
            return "%s 2 %s %s %s"
                    .formatted(brief ? "brief" : "drawn", form.key(), language.code(), name);
        }
    }

    /// A still picture that somebody brought.
    record Picture(SlateForm form, Path file, String version) implements SlateRecipe {

        static final int SECONDS = 10;

        @Override
        public String identity() {
            return "picture 2 %s %s %s".formatted(form.key(), file, version);
        }
    }

    /// A film that somebody brought.
    ///
    /// @param ownSound whether its sound is heard
    record Film(SlateForm form, Path file, String version, boolean ownSound)
            implements SlateRecipe {

        static final int LONGEST_SECONDS = 600;

        @Override
        public String identity() {
            return "film 2 %s %s %s %s".formatted(form.key(), file, version, ownSound);
        }
    }

    /// What FFmpeg is told. Pictures that are drawn come in on `pipe:0`.
    default List<String> arguments(Path output) {
        var all = new ArrayList<>(List.of("-v", "error", "-xerror"));
        all.addAll(input());
        var silent = !(this instanceof Film(_, _, _, var own) && own);
        form().sound()
                .filter(_ -> silent)
                .ifPresent(sound -> all.addAll(List.of("-f", "lavfi", "-i", silence(sound))));
        all.addAll(List.of("-map", "0:v:0", "-vf", filter(), "-t", Integer.toString(seconds())));
        all.addAll(videoEncoding());
        form().sound().ifPresent(sound -> all.addAll(audioEncoding(sound, silent)));
        all.addAll(List.of("-map_metadata", "-1", "-f", "mpegts", "-pes_payload_size", "0"));
        all.addAll(List.of("-mpegts_flags", "+pat_pmt_at_frames", "-y", output.toString()));
        return all;
    }

    private int seconds() {
        return switch (this) {
            case Drawn drawn -> drawn.seconds();
            case Picture _ -> Picture.SECONDS;
            case Film _ -> Film.LONGEST_SECONDS;
        };
    }

    private List<String> input() {
        return switch (this) {
            case Drawn _ ->
                    List.of(
                            "-f rawvideo -pix_fmt bgr24 -video_size %dx%d -framerate 1 -i pipe:0"
                                    .formatted(form().width(), form().height())
                                    .split(" "));
            case Picture(_, var file, _) -> {
                var brought = new ArrayList<>(List.of("-loop", "1", "-framerate", "1"));
                brought.addAll(brought(file, "image2,png_pipe,jpeg_pipe,webp_pipe"));
                yield brought;
            }
            case Film(_, var file, _, _) ->
                    brought(file, "mov,mp4,matroska,webm,mpegts,avi,flv,gif");
        };
    }

    /// A file that somebody brought may be a playlist in disguise, which would name other files.
    private static List<String> brought(Path file, String formats) {
        return List.of(
                "-protocol_whitelist", "file", "-format_whitelist", formats, "-i", "file:" + file);
    }

    private String filter() {
        var size = form().width() + ":" + form().height();
        var fit =
                ("scale=%s:force_original_aspect_ratio=decrease:force_divisible_by=2"
                                + ":out_color_matrix=%s:out_range=%s,"
                                + "pad=%s:(ow-iw)/2:(oh-ih)/2,setsar=1,format=%s,fps=%s")
                        .formatted(size, matrix(), range(), size, pixels(), form().rate());
        var colours = form().colours();
        return fit
                + ",setparams=color_primaries=%d:color_trc=%d:colorspace=%d:range=%s"
                        .formatted(
                                told(colours.primaries()),
                                told(colours.transfer()),
                                told(colours.matrix()),
                                range());
    }

    private List<String> videoEncoding() {
        var gop = this instanceof Drawn ? 1 : 2;
        var all = new ArrayList<String>();
        if (form().video() == Codec.HEVC) {
            all.addAll(List.of("-c:v", "libx265", "-preset", "ultrafast", "-x265-params"));
            all.add(
                    "bframes=0:open-gop=0:repeat-headers=1:pools=1:frame-threads=1:log-level=error");
        } else {
            all.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-threads", "1"));
            profile().ifPresent(profile -> all.addAll(List.of("-profile:v", profile)));
            if (form().level() > 0) {
                all.addAll(List.of("-level", form().level() / 10 + "." + form().level() % 10));
            }
        }
        all.addAll(List.of("-crf", "22", "-maxrate", "4M", "-bufsize", "4M", "-bf", "0"));
        all.addAll(List.of("-g", "9999", "-sc_threshold", "0", "-forced-idr", "1"));
        all.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + gop + ")"));
        return all;
    }

    /// How the picture's colours become brightness and two differences, as players will undo it.
    private String matrix() {
        return switch (form().colours().matrix()) {
            case 4 -> "fcc";
            case 5, 6 -> "bt601";
            case 7 -> "smpte240m";
            case 9, 10 -> "bt2020";
            default -> "bt709";
        };
    }

    private String pixels() {
        return form().tenBits() ? "yuv420p10le" : "yuv420p";
    }

    private String range() {
        return form().colours().full() ? "pc" : "tv";
    }

    /// What FFmpeg does not know, or not for these pictures, is left untold.
    private static int told(int tag) {
        return tag >= 1 && tag <= 18 && tag != 3 ? tag : 2;
    }

    private Optional<String> profile() {
        return switch (form().profile()) {
            case 66 -> Optional.of("baseline");
            case 77 -> Optional.of("main");
            case 100 -> Optional.of("high");
            default -> Optional.empty();
        };
    }

    private static List<String> audioEncoding(SlateForm.Sound sound, boolean silent) {
        var encoder =
                switch (sound.codec()) {
                    case OPUS -> "libopus";
                    case MPEG_AUDIO -> "mp2";
                    case AC3 -> "ac3";
                    case AAC, H264, HEVC, AV1, OTHER -> "aac";
                };
        return List.of(
                "-map",
                silent ? "1:a:0" : "0:a:0",
                "-c:a",
                encoder,
                "-b:a",
                "128k",
                "-ar",
                Integer.toString(sound.sampleRate()),
                "-ac",
                Integer.toString(sound.channels()),
                "-shortest");
    }

    private static String silence(SlateForm.Sound sound) {
        return "anullsrc=r=%d:cl=%s"
                .formatted(sound.sampleRate(), sound.channels() == 1 ? "mono" : "stereo");
    }
}
