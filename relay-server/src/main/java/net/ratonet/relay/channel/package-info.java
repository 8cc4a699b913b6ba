/// What each streamer has set for their media: keys, encryption, slate, recording.
@NullMarked
package net.ratonet.relay.channel;

import org.jspecify.annotations.NullMarked;
