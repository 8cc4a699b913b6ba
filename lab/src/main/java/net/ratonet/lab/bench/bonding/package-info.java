/// Measures bonding over bad networks: the real station's bond, the real relay, and a proxy
/// between.
@NullMarked
package net.ratonet.lab.bench.bonding;

import org.jspecify.annotations.NullMarked;
