package net.ratonet.station.source.libav;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_free_list_devices;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_list_input_sources;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_INFO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.station.source.Devices;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;

/// Asks libavdevice for the devices of this machine. Owned by one thread, in a process of its own.
final class LibavDevices {

    /// A device as libavdevice tells it.
    record Found(String name, String description, boolean picture, boolean sound) {}

    private final LogText log = new LogText();

    private LibavDevices() {}

    /// Everything that can be found here.
    static Devices search(boolean windows) {
        try {
            OpenSource.registerDevices();
        } catch (LibavException missing) {
            return new Devices(
                    List.of(), List.of(), List.of(), List.of(String.valueOf(missing.getMessage())));
        }
        var libav = new LibavDevices();
        av_log_set_level(AV_LOG_INFO);
        setLogCallback(libav.log);
        var finder = windows ? libav.windows() : libav.linux();
        return new Devices(finder.cameras(), finder.microphones(), finder.screens(), List.of());
    }

    private DeviceFinder windows() {
        return new WindowsDevices(
                list("dshow"), device -> formats("dshow", device, "list_options", "true"));
    }

    private DeviceFinder linux() {
        return new LinuxDevices(
                Path.of("/"),
                System.getenv(),
                device -> formats("v4l2", device, "list_formats", "all"),
                list("pulse").stream()
                        .map(source -> new Devices.Microphone(source.name(), source.description()))
                        .toList());
    }

    /// Opening fails on purpose once the formats are told.
    private List<Devices.Format> formats(
            String format, String device, String option, String value) {
        log.clear();
        var context = avformat_alloc_context();
        var options = new AVDictionary(null);
        av_dict_set(options, option, value, 0);
        if (avformat_open_input(context, device, av_find_input_format(format), options) >= 0) {
            avformat_close_input(context);
        }
        av_dict_free(options);
        return FormatLog.parse(log.text());
    }

    private static List<Found> list(String format) {
        var input = av_find_input_format(format);
        var devices = new AVDeviceInfoList(null);
        if (input == null
                || avdevice_list_input_sources(
                                input, (BytePointer) null, new AVDictionary(null), devices)
                        < 0) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        for (var index = 0; index < devices.nb_devices(); index++) {
            found.add(found(devices.devices(index)));
        }
        avdevice_free_list_devices(devices);
        return found;
    }

    private static Found found(AVDeviceInfo device) {
        var picture = false;
        var sound = false;
        for (var index = 0; index < device.nb_media_types(); index++) {
            picture |= device.media_types().get(index) == AVMEDIA_TYPE_VIDEO;
            sound |= device.media_types().get(index) == AVMEDIA_TYPE_AUDIO;
        }
        return new Found(
                device.device_name().getString(),
                device.device_description().getString(),
                picture,
                sound);
    }

    /// libav may log on threads of its own.
    private static final class LogText extends LogCallback {

        private final StringBuilder text = new StringBuilder();

        synchronized void clear() {
            text.setLength(0);
        }

        synchronized String text() {
            return text.toString();
        }

        @Override
        public synchronized void call(int level, BytePointer message) {
            text.append(message.getString());
        }
    }
}
