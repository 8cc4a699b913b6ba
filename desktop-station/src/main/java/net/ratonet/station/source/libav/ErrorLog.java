package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// Keeps the last error that libav logged, which often says more than an error number. Called on
/// threads of libav; what source and recording complain of is told elsewhere. Nothing is printed:
/// messages may repeat the address, and with it a key.
final class ErrorLog extends LogCallback {

    private static final Set<String> TOLD_ELSEWHERE = Set.of(SourceReader.THREAD, Recorder.THREAD);

    private final SecretWords secrets;
    private volatile @Nullable String last;

    ErrorLog(SecretWords secrets) {
        this.secrets = secrets;
    }

    void install() {
        av_log_set_level(AV_LOG_ERROR);
        setLogCallback(this);
    }

    Optional<String> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void call(int level, BytePointer message) {
        if (level <= AV_LOG_ERROR && !TOLD_ELSEWHERE.contains(Thread.currentThread().getName())) {
            last = secrets.hide(message.getString().strip());
        }
    }
}
