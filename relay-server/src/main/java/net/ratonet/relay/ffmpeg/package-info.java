/// FFmpeg as a child process: found, started, watched, and never left behind.
@NullMarked
package net.ratonet.relay.ffmpeg;

import org.jspecify.annotations.NullMarked;
