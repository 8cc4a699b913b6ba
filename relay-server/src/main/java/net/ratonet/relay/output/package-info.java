/// Where a stream goes: platforms, players, files.
@NullMarked
package net.ratonet.relay.output;

import org.jspecify.annotations.NullMarked;
