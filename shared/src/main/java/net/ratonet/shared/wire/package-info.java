/// The messages between station and relay, and their JSON.
@NullMarked
package net.ratonet.shared.wire;

import org.jspecify.annotations.NullMarked;
