/// Keeps the machine from sleeping and locking its screen while a stream depends on it.
@NullMarked
package net.ratonet.station.awake;

import org.jspecify.annotations.NullMarked;
