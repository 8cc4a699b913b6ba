/// Builds everything and knows everybody.
@NullMarked
package net.ratonet.station.main;

import org.jspecify.annotations.NullMarked;
