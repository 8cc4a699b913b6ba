/// Programs that run the real programs.
@NullMarked
package net.ratonet.lab;

import org.jspecify.annotations.NullMarked;
