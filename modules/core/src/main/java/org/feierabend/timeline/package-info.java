/** Time cut into stretches in which every fact about a person is constant. */
package org.feierabend.timeline;
