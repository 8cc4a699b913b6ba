/// Bad networks on one machine: what stands between modems and the relay, and what went through it.
@NullMarked
package net.ratonet.lab.network;

import org.jspecify.annotations.NullMarked;
