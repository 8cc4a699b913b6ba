/// What an SRT handshake says and how SRT encrypts. Pure.
@NullMarked
package net.ratonet.relay.ingest.srt.wire;

import org.jspecify.annotations.NullMarked;
