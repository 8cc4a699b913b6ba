package net.ratonet.relay.scene.obs;

import net.ratonet.relay.health.Sentence;

/// What became of something that was asked of OBS.
public sealed interface ObsAnswer {

    record Done() implements ObsAnswer {}

    record Failed(Sentence why) implements ObsAnswer {}
}
