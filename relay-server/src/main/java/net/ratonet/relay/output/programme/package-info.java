/// One continuous stream for each streamer out of what the field sends and what covers its silence.
@NullMarked
package net.ratonet.relay.output.programme;

import org.jspecify.annotations.NullMarked;
