package net.ratonet.relay.web;

import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelKeys;
import net.ratonet.relay.channel.IngestPorts;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.control.MediaControl;

/// The media side, as far as the web door is wired to it.
public record MediaParts(
        MediaControl control,
        ChannelBook channels,
        ChannelKeys keys,
        SlateAssets assets,
        IngestPorts ports) {}
