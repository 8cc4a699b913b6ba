/// What could keep a live from going well, found out before it begins.
@NullMarked
package net.ratonet.station.control.preflight;

import org.jspecify.annotations.NullMarked;
