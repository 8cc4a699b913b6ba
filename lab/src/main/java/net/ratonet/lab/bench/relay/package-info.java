/// Measures what the relay's media side costs.
@NullMarked
package net.ratonet.lab.bench.relay;

import org.jspecify.annotations.NullMarked;
