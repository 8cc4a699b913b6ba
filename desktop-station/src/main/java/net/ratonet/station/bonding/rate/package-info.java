/// How many bits the encoder may produce for what the links can carry. Pure: readings and time come
/// in, a target goes out.
@NullMarked
package net.ratonet.station.bonding.rate;

import org.jspecify.annotations.NullMarked;
