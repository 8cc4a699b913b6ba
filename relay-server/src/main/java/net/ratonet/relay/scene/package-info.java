/// Chooses the scene that viewers see. Pure: no socket, clock, thread or logger; `scene.obs` does
/// what is decided here.
@NullMarked
package net.ratonet.relay.scene;

import org.jspecify.annotations.NullMarked;
