/// Publishing to platforms over RTMP and RTMPS, each destination on its own.
@NullMarked
package net.ratonet.relay.output.rtmp;

import org.jspecify.annotations.NullMarked;
