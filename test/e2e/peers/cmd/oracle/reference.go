package main

import (
	"github.com/distribution/reference"
	"k8s.io/kubernetes/pkg/util/parsers"
)

// parseReference says what an image name means to distribution/reference, and what the kubelet pulls for it.
func parseReference(image string) answer {
	out := answer{"error": nil}
	if named, err := reference.ParseNormalizedNamed(image); err != nil {
		out["error"] = err.Error()
	} else {
		out["registry"], out["repository"] = reference.Domain(named), reference.Path(named)
		out["normalized"] = reference.TagNameOnly(named).String()
		out["familiar"] = reference.FamiliarString(named)
		if t, ok := named.(reference.Tagged); ok {
			out["tag"] = t.Tag()
		}
		if d, ok := named.(reference.Digested); ok {
			out["digest"] = d.Digest().String()
		}
	}
	repo, tag, digest, err := parsers.ParseImageName(image)
	kubelet := answer{"repo": repo, "tag": tag, "digest": digest, "error": nil}
	if err != nil {
		kubelet["error"] = err.Error()
	}
	out["kubelet"] = kubelet
	return out
}
