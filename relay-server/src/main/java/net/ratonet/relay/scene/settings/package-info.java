/// What each streamer has set for their own OBS: read from memory, written through a store.
@NullMarked
package net.ratonet.relay.scene.settings;

import org.jspecify.annotations.NullMarked;
