package net.ratonet.relay.output.rtmp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.rtmp.AacFormat;
import net.ratonet.relay.rtmp.Amf0Codec;
import net.ratonet.relay.rtmp.AmfValue;
import net.ratonet.relay.rtmp.ParameterSets;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.session.ts.Codec;

/// What a platform is told of a stream before it comes.
final class FlvMetadata {

    private static final int AVC = 7;
    private static final int HVC1 = 0x68766331;
    private static final int AAC = 10;

    private FlvMetadata() {}

    /// @param sound whether there will be sound, known or not yet
    static RtmpMessage message(
            int stream, Optional<ParameterSets> video, Optional<AacFormat> audio, boolean sound) {
        var facts = new LinkedHashMap<String, AmfValue>();
        facts.put("duration", AmfValue.num(0));
        video.ifPresent(sets -> {
            sets.picture()
                    .ifPresent(picture -> {
                        facts.put("width", AmfValue.num(picture.width()));
                        facts.put("height", AmfValue.num(picture.height()));
                        if (picture.framesPerSecond() > 0) {
                            facts.put("framerate", AmfValue.num(picture.framesPerSecond()));
                        }
                    });
            var codec = sets.codec() == Codec.HEVC ? HVC1 : AVC;
            facts.put("videocodecid", AmfValue.num(codec));
        });
        if (sound) {
            facts.put("audiocodecid", AmfValue.num(AAC));
        }
        audio.ifPresent(format -> {
            facts.put("audiosamplerate", AmfValue.num(format.sampleRate()));
            facts.put("audiosamplesize", AmfValue.num(16));
            facts.put("stereo", new AmfValue.Bool(format.channels() > 1));
        });
        facts.put("encoder", AmfValue.text("RatoNet"));
        var values =
                List.<AmfValue>of(
                        AmfValue.text("@setDataFrame"),
                        AmfValue.text("onMetaData"),
                        new AmfValue.Named(facts, true));
        return new RtmpMessage(RtmpMessage.METADATA, stream, 0, Amf0Codec.encode(values));
    }
}
