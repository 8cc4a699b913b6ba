/// Chooses the scene that viewers see and tells OBS. The director is pure; the loop around it owns
/// the connection.
@NullMarked
package net.ratonet.relay.scene;

import org.jspecify.annotations.NullMarked;
