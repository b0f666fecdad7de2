package main

import (
	"encoding/json"
	"fmt"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/kubernetes/pkg/credentialprovider"
	"k8s.io/kubernetes/pkg/credentialprovider/secrets"
	"k8s.io/kubernetes/pkg/util/parsers"
)

type pullSecret struct {
	Name string            `json:"name"`
	Type string            `json:"type"`
	Data map[string][]byte `json:"data"` // base64, as on the wire
}

type credential struct {
	Username string `json:"username"`
	Password string `json:"password"`
	Email    string `json:"email,omitempty"`
	Secret   string `json:"secret,omitempty"`
}

// lookup says which credentials the kubelet tries for an image, in its order.
func lookup(r request) answer {
	found := []v1.Secret{}
	for i, c := range r.Configs {
		found = append(found, v1.Secret{
			ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("config-%d", i), Namespace: "ns"},
			Type:       v1.SecretTypeDockerConfigJson,
			Data:       map[string][]byte{v1.DockerConfigJsonKey: document(c)},
		})
	}
	for _, s := range r.Secrets {
		found = append(found, v1.Secret{ObjectMeta: metav1.ObjectMeta{Name: s.Name, Namespace: "ns"}, Type: v1.SecretType(s.Type), Data: s.Data})
	}
	repo, _, _, err := parsers.ParseImageName(r.Image)
	if err != nil {
		return failed(err)
	}
	ring, err := secrets.MakeDockerKeyring(found, &credentialprovider.BasicDockerKeyring{})
	if err != nil {
		return failed(err)
	}
	matches, _ := ring.Lookup(repo)
	tried := []credential{}
	for _, m := range matches {
		c := credential{Username: m.Username, Password: m.Password, Email: m.Email}
		if m.Source != nil && m.Source.Secret != nil {
			c.Secret = m.Source.Secret.Name
		}
		tried = append(tried, c)
	}
	return answer{"repository": repo, "tried": tried}
}

// parseConfig says how the kubelet reads one config.json.
func parseConfig(raw json.RawMessage) answer {
	var config credentialprovider.DockerConfigJSON
	if err := json.Unmarshal(document(raw), &config); err != nil {
		return failed(err)
	}
	auths := map[string]credential{}
	for key, entry := range config.Auths {
		auths[key] = credential{Username: entry.Username, Password: entry.Password, Email: entry.Email}
	}
	return answer{"auths": auths}
}

// document is a config.json that came as an object, or as a string so that it may be malformed.
func document(raw json.RawMessage) []byte {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return []byte(text)
	}
	return raw
}
