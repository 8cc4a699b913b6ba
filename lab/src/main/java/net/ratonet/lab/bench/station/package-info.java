/// Measures what the station costs and how it follows its links.
@NullMarked
package net.ratonet.lab.bench.station;

import org.jspecify.annotations.NullMarked;
