/// Child processes: the real programs, started as a user would start them.
@NullMarked
package net.ratonet.lab.process;

import org.jspecify.annotations.NullMarked;
