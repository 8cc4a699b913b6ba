/// Talks to OBS: one connection and one loop for each streamer, which do what the scene director
/// decides.
@NullMarked
package net.ratonet.relay.scene.obs;

import org.jspecify.annotations.NullMarked;
