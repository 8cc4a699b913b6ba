/// RTMP and FLV as bytes and values, the same for the door and for the outputs.
@NullMarked
package net.ratonet.relay.rtmp;

import org.jspecify.annotations.NullMarked;
