package net.ratonet.relay.output.rtmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.session.ChunkSource;

/// What an output is wanted to do, as of now.
///
/// @param asked how often somebody has asked for it
record OutputWish(boolean wanted, int asked, Optional<ChunkSource> source) {

    static final OutputWish NONE = new OutputWish(false, 0, Optional.empty());

    OutputWish start() {
        return new OutputWish(true, asked + 1, source);
    }

    OutputWish stop() {
        return new OutputWish(false, asked, source);
    }

    OutputWish onAir(ChunkSource now) {
        return new OutputWish(wanted, asked, Optional.of(now));
    }

    OutputWish offAir() {
        return new OutputWish(wanted, asked, Optional.empty());
    }

    /// What has happened between an earlier wish and this one.
    List<OutputEvent> since(OutputWish before) {
        var events = new ArrayList<OutputEvent>();
        if (before.wanted && !wanted) {
            events.add(new OutputEvent.StopAsked());
        }
        if (!source.equals(before.source)) {
            events.add(new OutputEvent.OffAir());
            if (source.isPresent()) {
                events.add(new OutputEvent.OnAir());
            }
        }
        if (wanted && asked != before.asked) {
            events.add(new OutputEvent.StartAsked(source.isPresent()));
        }
        return events;
    }
}
