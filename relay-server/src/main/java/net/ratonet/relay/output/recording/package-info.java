/// Files on the relay's disk: streams written down as they come, kept within a quota, handed out
/// again.
@NullMarked
package net.ratonet.relay.output.recording;

import org.jspecify.annotations.NullMarked;
