/// The product's main job on one machine, with nothing configured.
@NullMarked
package net.ratonet.lab.demo;

import org.jspecify.annotations.NullMarked;
